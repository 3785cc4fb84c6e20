"""Golden numbers from scikit-learn, SciPy and NumPy, for the tests beside the statistics.

    python3 model/statistics/golden/make-statistics-golden.py > model/statistics/statistics.golden.json

Needs Debian's python3-sklearn and python3-scipy; run it from the repository's top folder.
"""
import json

import numpy as np
import scipy
import sklearn
from scipy.stats import binomtest, rankdata
from sklearn.calibration import _sigmoid_calibration
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

random = np.random.default_rng(7)


def scored(name, count, digits, strength):
    """Scores rounded to `digits` (few digits make ties), outcomes that follow them with the given strength."""
    log_odds = random.normal(-0.4, 1.2, count)
    scores = np.round(1 / (1 + np.exp(-log_odds)), digits)
    outcomes = (random.random(count) < 1 / (1 + np.exp(-strength * log_odds))).astype(int)
    outcomes[:2] = [0, 1]
    clipped = np.clip(scores, 1e-3, 1 - 1e-3)
    calibrated_on = np.log(clipped / (1 - clipped))
    a, b = _sigmoid_calibration(calibrated_on, outcomes)
    return {
        "name": name,
        "scores": scores.tolist(),
        "outcomes": outcomes.tolist(),
        "ranks": rankdata(scores).tolist(),
        "auc": roc_auc_score(outcomes, scores),
        "logLoss": log_loss(outcomes, scores),
        "brier": brier_score_loss(outcomes, scores),
        "platt": {"logOdds": calibrated_on.tolist(), "slope": -a, "intercept": -b},
    }


def quantiles(values):
    shares = [0, 0.05, 0.25, 0.5, 0.75, 0.9, 1]
    return {"sorted": values.tolist(), "shares": shares, "quantiles": np.quantile(values, shares).tolist()}


def wilson(successes, n):
    interval = binomtest(successes, n).proportion_ci(0.95, "wilson")
    return {"successes": successes, "n": n, "interval": [interval.low, interval.high]}


golden = {
    "madeBy": "python3 model/statistics/golden/make-statistics-golden.py > model/statistics/statistics.golden.json",
    "versions": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
    "scored": [
        scored("no ties", 60, 12, 1.0),
        scored("many ties", 120, 1, 1.0),
        scored("no signal", 80, 2, 0.0),
        scored("strong signal, scores of 0 and 1", 150, 0, 3.0),
    ],
    "quantiles": [quantiles(np.sort(random.normal(size=n))) for n in (1, 2, 5, 40)],
    "wilson": [wilson(k, n) for k, n in ((0, 1), (1, 1), (3, 10), (0, 40), (40, 40), (517, 1000))],
}
print(json.dumps(golden, indent=1))
