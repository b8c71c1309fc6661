package jp.frontdesk.registry;

import java.nio.file.Path;
import java.time.Duration;

/// Where and how a town's registry takes CSV 取込データ.
///
/// @param folder the drop folder 取込フォルダー, shared with the registry
/// @param mapping what its files look like
/// @param resultPoll how long to wait before the result file is looked for again
record CsvTarget(Path folder, CsvMapping mapping, Duration resultPoll) {}
