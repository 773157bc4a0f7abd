import { createElement, Fragment, type ReactElement } from 'react';

interface IconProps {
  /** Width and height, in CSS pixels. */
  readonly size: number;
  readonly strokeWidth?: number;
  readonly className?: string;
}

export type IconComponent = (props: IconProps) => ReactElement;

export const circle = (cx: number, cy: number, r: number) => <circle cx={cx} cy={cy} r={r} />;
export const dot = (cx: number, cy: number) => <circle cx={cx} cy={cy} r={0.5} fill="currentColor" />;
export const rect = (x: number, y: number, width: number, height: number, rx: number) => (
  <rect x={x} y={y} width={width} height={height} rx={rx} />
);

/**
 * A text is the `d` of a path. Screen readers skip every icon: the words beside it, or the label of its button, say what
 * it means.
 */
export function icon(...parts: readonly (string | ReactElement)[]): IconComponent {
  const shapes = parts.map((part) => (typeof part === 'string' ? createElement('path', { d: part }) : part));
  const drawing = createElement(Fragment, null, ...shapes);
  return function Icon({ size, strokeWidth = 2, ...rest }) {
    return (
      <svg
        aria-hidden
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...rest}
      >
        {drawing}
      </svg>
    );
  };
}
