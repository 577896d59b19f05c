package org.mlanalytics.files.ingestfile;

import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.schema.Threshold;
import org.mlanalytics.files.fetching.UnpackLimits;
import org.mlanalytics.files.fetching.Unpacker;
import org.mlanalytics.files.ingestfile.stage.FileReading;

/** What the configuration takes for good. */
final class CheckSettings {

  private CheckSettings() {}

  /** The limits of one file. */
  static CheckLimits limits(FilesConfig.Check config) {
    CheckLimits standard = CheckLimits.defaults();
    return new CheckLimits(
        standard.maxColumns(),
        standard.maxFieldChars(),
        standard.maxRowChars(),
        config.maxRows(),
        config.maxUniqueKeys(),
        new Threshold(config.rejectAboveShare(), config.rejectAboveRows()),
        standard.maxQuarantined(),
        standard.sampleBytes());
  }

  /** How packed files become plain ones. */
  static FileReading.Unpacking unpacking(FilesConfig.Check config) {
    UnpackLimits limits = new UnpackLimits(config.maxUnpackedBytes(), config.maxUnpackRatio());
    return (in, packing) -> Unpacker.open(in, packing, limits);
  }
}
