package jp.frontdesk.paper;

/// A place on a sheet in millimetres, measured from the sheet's upper left corner.
///
/// @param xMm to the right
/// @param yMm downwards
public record MmPoint(double xMm, double yMm) {}
