"""Golden numbers from XGBoost, for train-ensemble.golden.test.ts and read-xgboost.test.ts.

    python3 model/trees/golden/make-xgboost-golden.py > model/trees/xgboost.golden.json

Needs XGBoost (Debian: python3-xgboost) and Node 24 as `node`; run it from the repository's top folder.
"""
import json
import subprocess
import sys

import numpy as np
import xgboost as xgb

COLUMNS = 40
HOLDOUT_ROWS = 4000

CASES = [
    {
        "name": "as the defaults",
        "rows": {"count": 12000, "seed": 11, "kind": "continuous"},
        "parameters": {
            "treeCount": 200, "maxDepth": 4, "learningRate": 0.05, "minChildWeight": 5, "gamma": 0, "lambda": 1,
            "alpha": 0, "subsample": 0.8, "columnSample": 0.8, "positiveWeight": 1, "baseScore": 0.3, "maxBins": 255,
        },
    },
    {
        "name": "deep, with every penalty",
        "rows": {"count": 12000, "seed": 12, "kind": "continuous"},
        "parameters": {
            "treeCount": 120, "maxDepth": 6, "learningRate": 0.1, "minChildWeight": 3, "gamma": 1, "lambda": 5,
            "alpha": 0.5, "subsample": 0.7, "columnSample": 0.5, "positiveWeight": 2.5, "baseScore": 0.5, "maxBins": 255,
        },
    },
    {
        "name": "nothing drawn, all columns exact",
        "rows": {"count": 12000, "seed": 13, "kind": "discrete"},
        "parameters": {
            "treeCount": 60, "maxDepth": 4, "learningRate": 0.2, "minChildWeight": 2, "gamma": 0.5, "lambda": 2,
            "alpha": 0.1, "subsample": 1, "columnSample": 1, "positiveWeight": 1.5, "baseScore": 0.5, "maxBins": 255,
        },
        "predictions": 300,
    },
]


def read_rows(rows):
    command = ["node", "model/trees/golden/print-rows.ts", str(rows["count"]), str(rows["seed"]), rows["kind"]]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    table = np.frombuffer(output, dtype="<f4").reshape(rows["count"], COLUMNS + 1)
    return table[:, :COLUMNS], table[:, COLUMNS]


def auc(scores, labels):
    """Share of pairs of one positive and one negative that the scores order rightly; ties count half."""
    order = np.argsort(scores, kind="stable")
    _, start, count = np.unique(scores[order], return_index=True, return_counts=True)
    ranks = np.empty(len(scores))
    ranks[order] = np.repeat(start + (count + 1) / 2, count)
    positives = labels == 1
    n, m = positives.sum(), (~positives).sum()
    return (ranks[positives].sum() - n * (n + 1) / 2) / (n * m)


def run(case):
    p = case["parameters"]
    features, labels = read_rows(case["rows"])
    split = case["rows"]["count"] - HOLDOUT_ROWS
    training = xgb.DMatrix(features[:split], labels[:split])
    holdout = xgb.DMatrix(features[split:], labels[split:])
    parameters = {
        "objective": "binary:logistic", "tree_method": "hist", "max_bin": p["maxBins"], "nthread": 1, "seed": 1,
        "max_depth": p["maxDepth"], "eta": p["learningRate"], "min_child_weight": p["minChildWeight"],
        "gamma": p["gamma"], "lambda": p["lambda"], "alpha": p["alpha"], "subsample": p["subsample"],
        "colsample_bytree": p["columnSample"], "scale_pos_weight": p["positiveWeight"], "base_score": p["baseScore"],
    }
    booster = xgb.train(parameters, training, num_boost_round=p["treeCount"])
    scores = booster.predict(holdout).astype(np.float64)
    chosen = np.clip(np.where(labels[split:] == 1, scores, 1 - scores), 1e-12, 1)
    result = {"auc": round(float(auc(scores, labels[split:])), 6), "logLoss": round(float(-np.log(chosen).mean()), 6)}
    count = case.get("predictions", 0)
    if count:
        log_odds = booster.predict(holdout, output_margin=True)[:count]
        result["logOdds"] = [round(float(z), 5) for z in log_odds]
    return {"name": case["name"], "rows": case["rows"], "parameters": p, "xgboost": result}


def small_model():
    """A model as XGBoost saves it, and its log-odds."""
    rows = {"count": 1000, "seed": 14, "kind": "continuous"}
    features, labels = read_rows(rows)
    parameters = {"objective": "binary:logistic", "tree_method": "hist", "nthread": 1, "max_depth": 3, "base_score": 0.25}
    matrix = xgb.DMatrix(features, labels)
    booster = xgb.train(parameters, matrix, num_boost_round=5)
    log_odds = booster.predict(matrix, output_margin=True)[:100]
    return {
        "rows": rows,
        "logOdds": [float(z) for z in log_odds],
        "json": json.loads(bytes(booster.save_raw(raw_format="json"))),
    }


golden = {
    "madeBy": "python3 model/trees/golden/make-xgboost-golden.py > model/trees/xgboost.golden.json",
    "xgboostVersion": xgb.__version__,
    "holdoutRows": HOLDOUT_ROWS,
    "cases": [run(case) for case in CASES],
    "model": small_model(),
}
json.dump(golden, sys.stdout)
print()
