import { ActionIcon, Tooltip, useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { IconPhotoDown, IconTable } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import classes from './chart.module.css'
import { type ChartColors, readChartColors } from './chart-colors.ts'
import type { ChartLegend } from './chart-legend.ts'
import { type ChartFacts, ChartTable } from './chart-table.tsx'
import type { ChartInstance, ChartOption } from './echarts.ts'
import { doInTurn } from './one-by-one.ts'
import { drawPictureFile } from './picture-file.ts'

interface ChartProps {
  /** What the chart shows, in a sentence; its name for a screen reader. */
  readonly label: string
  /** The same in figures. */
  readonly facts: ChartFacts
  readonly height: number
  /** Builds the picture; called again when colours, motion or what it closes over change. */
  readonly draw: (colors: ChartColors, reducedMotion: boolean) => ChartOption
  /** Names of what is filled and what is outlined; absent where there is one thing only. */
  readonly legend?: ChartLegend | undefined
  /** Keeps the picture as a PNG file. */
  readonly onSave?: ((png: Uint8Array) => void) | undefined
}

/** The one way a chart gets on screen: a picture, and the same as a table. */
export function Chart({ label, facts, height, draw, legend, onSave }: ChartProps) {
  const [asTable, setAsTable] = useState(false)
  const { canvas, painted, savePng } = usePicture(draw, !asTable)
  const save = (keep: (png: Uint8Array) => void) => {
    const png = savePng({ label, legend })
    if (png) keep(png)
  }
  return (
    <figure className={classes.chart} aria-label={label} data-painted={painted || asTable}>
      {asTable ? (
        <ChartTable label={label} facts={facts} />
      ) : (
        <>
          <div ref={canvas} className={classes.canvas} style={{ height }} aria-hidden />
          <VisuallyHidden>
            <ChartTable label={label} facts={facts} />
          </VisuallyHidden>
        </>
      )}
      <figcaption className={classes.foot}>
        {legend ? <Legend {...legend} /> : null}
        <span className={classes.tools}>
          <Tool label={asTable ? 'Show as chart' : 'Show as table'} onClick={() => setAsTable(!asTable)}>
            <IconTable size={15} stroke={1.7} aria-hidden />
          </Tool>
          {onSave && !asTable ? (
            <Tool label="Save as picture" onClick={() => save(onSave)}>
              <IconPhotoDown size={15} stroke={1.7} aria-hidden />
            </Tool>
          ) : null}
        </span>
      </figcaption>
    </figure>
  )
}

function Legend({ window, baseline, look }: ChartLegend) {
  return (
    <>
      <span className={classes.key}>
        <span className={classes.swatch} data-kind="window" data-look={look} aria-hidden /> {window}
      </span>
      <span className={classes.key}>
        <span className={classes.swatch} data-kind="baseline" data-look={look} aria-hidden /> {baseline}
      </span>
    </>
  )
}

interface ToolProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** Draws into an element while it is on screen, and again when colours, size or motion change. */
function usePicture(draw: ChartProps['draw'], shown: boolean) {
  const canvas = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartInstance | null>(null)
  const [painted, setPainted] = useState(false)
  const scheme = useComputedColorScheme()
  const reducedMotion = useReducedMotion()

  const paint = useEffectEvent((instance: ChartInstance, element: HTMLElement) => {
    setPainted(false)
    instance.setOption(draw(readChartColors(element), reducedMotion), { notMerge: true })
  })

  useEffect(() => {
    const element = canvas.current
    if (!shown || !element) return
    return whileMounted(element, {
      onStart: (instance) => {
        chart.current = instance
        instance.on('finished', () => setPainted(true))
        paint(instance, element)
      },
      onEnd: () => {
        chart.current = null
      },
    })
  }, [shown])

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours and motion are read while painting.
  useEffect(() => {
    if (chart.current && canvas.current) paint(chart.current, canvas.current)
  }, [draw, scheme, reducedMotion])

  const savePng = (names: Pick<ChartProps, 'label' | 'legend'>): Uint8Array | null => {
    const [instance, element] = [chart.current, canvas.current]
    if (!instance || !element) return null
    return drawPictureFile({
      label: names.label,
      legend: names.legend,
      colors: readChartColors(element),
      drawChart: (pixelRatio) => instance.renderToCanvas({ pixelRatio }),
    })
  }
  return { canvas, painted, savePng }
}

interface Life {
  readonly onStart: (instance: ChartInstance) => void
  readonly onEnd: () => void
}

/** Starts ECharts, which is loaded with the first chart, and ends it; gives the way to end it. */
function whileMounted(element: HTMLElement, { onStart, onEnd }: Life): () => void {
  let ended = false
  let instance: ChartInstance | null = null
  const sized = new ResizeObserver(() => instance?.resize())
  void import('./echarts.ts').then(({ startChart }) =>
    // A report has twenty charts: drawn all at once, they would hold up the window for a tenth of a second.
    doInTurn(() => {
      if (ended) return
      instance = startChart(element)
      sized.observe(element)
      onStart(instance)
    }),
  )
  return () => {
    ended = true
    sized.disconnect()
    instance?.dispose()
    onEnd()
  }
}
