package jp.frontdesk.samples.scan;

/// A place on an image, in pixels from the top left corner.
public record Point(double x, double y) {}
