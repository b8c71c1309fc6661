package jp.frontdesk.reading.text;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The few functions of Tesseract's C interface (capi.h) that the reader calls. Handles are opaque
/// addresses; strings that Tesseract gives belong to the caller until `deleteText`.
final class TesseractApi {
  /// `RIL_SYMBOL` of publictypes.h: one character at a time.
  static final int LEVEL_SYMBOL = 4;

  final MethodHandle create;
  final MethodHandle delete;
  final MethodHandle init;
  final MethodHandle setVariable;
  final MethodHandle setPageSegMode;
  final MethodHandle setImage;
  final MethodHandle setResolution;
  final MethodHandle recognize;
  final MethodHandle iterator;
  final MethodHandle iteratorDelete;
  final MethodHandle iteratorNext;
  final MethodHandle iteratorText;
  final MethodHandle iteratorConfidence;
  final MethodHandle pageIterator;
  final MethodHandle boundingBox;
  final MethodHandle deleteText;

  private final SymbolLookup library;

  TesseractApi(SymbolLookup library) {
    this.library = library;
    create = function("TessBaseAPICreate", FunctionDescriptor.of(ADDRESS));
    delete = function("TessBaseAPIDelete", FunctionDescriptor.ofVoid(ADDRESS));
    init =
        function(
            "TessBaseAPIInit2",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    setVariable =
        function(
            "TessBaseAPISetVariable", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    setPageSegMode =
        function("TessBaseAPISetPageSegMode", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
    setImage =
        function(
            "TessBaseAPISetImage",
            FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    setResolution =
        function("TessBaseAPISetSourceResolution", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
    recognize = function("TessBaseAPIRecognize", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    iterator = function("TessBaseAPIGetIterator", FunctionDescriptor.of(ADDRESS, ADDRESS));
    iteratorDelete = function("TessResultIteratorDelete", FunctionDescriptor.ofVoid(ADDRESS));
    iteratorNext =
        function("TessResultIteratorNext", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    iteratorText =
        function(
            "TessResultIteratorGetUTF8Text", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    iteratorConfidence =
        function(
            "TessResultIteratorConfidence", FunctionDescriptor.of(JAVA_FLOAT, ADDRESS, JAVA_INT));
    pageIterator =
        function("TessResultIteratorGetPageIterator", FunctionDescriptor.of(ADDRESS, ADDRESS));
    boundingBox =
        function(
            "TessPageIteratorBoundingBox",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    deleteText = function("TessDeleteText", FunctionDescriptor.ofVoid(ADDRESS));
  }

  @SuppressWarnings("restricted") // calling native code is what this class is for
  private MethodHandle function(String name, FunctionDescriptor descriptor) {
    MemorySegment address =
        library
            .find(name)
            .orElseThrow(() -> new IllegalStateException("Tesseract lacks the function " + name));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }
}
