package jp.frontdesk.reading;

/// One page as read, with its pictures.
///
/// @param reading what was read
/// @param images the page and the crops
public record ReadPage(PageReading reading, PageImages images) {}
