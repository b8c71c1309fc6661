package jp.frontdesk.reading.page;

/// A ring drawn around a word, level or upright.
///
/// @param x column of its middle
/// @param y row of its middle
/// @param halfWidth from the middle to the stroke, to the side
/// @param halfHeight from the middle to the stroke, upwards
public record Oval(double x, double y, double halfWidth, double halfHeight) {}
