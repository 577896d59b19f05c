package org.mlanalytics.files.ingestfile.stage;

import java.util.Optional;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;

/** What a loading run keeps of a file beside the file itself. */
public enum FileObjects {
  /** The rows that were put aside, JSON lines, gzip. */
  QUARANTINE("quarantine.jsonl.gz"),
  /** The report on the quality of the file. */
  REPORT("report.json"),
  /** The report as one page for people. */
  REPORT_PAGE("report.html"),
  /** The schema that the file was checked by: the declared one, or what was inferred. */
  SCHEMA("schema.json"),
  /** The groups that the schema asks for. */
  GROUPS("groups.json");

  private final String file;

  FileObjects(String file) {
    this.file = file;
  }

  /** Its name, the last part of its key. */
  public String file() {
    return file;
  }

  /** The object of a run, if the run has come so far. */
  public Optional<LandedObject> of(Run run) {
    return run.objects().stream().filter(object -> object.key().endsWith("/" + file)).findFirst();
  }

  String key(String folder) {
    return folder + "/" + LandedObject.ABOUT + "/" + file;
  }
}
