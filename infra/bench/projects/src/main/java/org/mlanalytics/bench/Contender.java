package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import org.bson.RawBsonDocument;
import org.jboss.logmanager.LogContext;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.project.ProjectRules;
import org.mlanalytics.core.project.ProjectSettings;

/** One process: takes all documents of a source, and prints what that took. */
final class Contender {

  static final ProjectSettings SETTINGS =
      new ProjectSettings("https://cdn.example.org/", "SHIKSHALOKAM");

  private Contender() {}

  /**
   * @param args {@code extract} and the folder of the object, or {@code count} and {@code -}; then
   *     the {@linkplain Source#of source}
   */
  public static void main(String[] args) throws IOException {
    // as in a function: without it the driver prepares every reply for a log at level debug
    LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
    Probe probe = new Probe();
    try (Source source = Source.of(args[2])) {
      Measurement measured =
          args[0].equals("extract")
              ? Landing.measure(
                  probe,
                  source.documents(),
                  new ProjectRules(SETTINGS)::transform,
                  Datasets.SL_PROJECT,
                  Path.of(args[1]))
              : count(probe, source);
      System.out.println(measured.line());
    }
  }

  /** The bare cursor: what the driver, the server and the connection cost by themselves. */
  private static Measurement count(Probe probe, Source source) throws IOException {
    long documents = 0;
    long bytes = 0;
    for (RawBsonDocument document : source.documents()) {
      documents++;
      probe.step(documents);
      bytes += document.getByteBuffer().remaining();
    }
    return probe.measured(documents, 0, bytes, "-");
  }
}
