package org.mlanalytics.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.mlanalytics.core.snapshot.Expansion;
import org.mlanalytics.core.snapshot.Snapshot;
import org.mlanalytics.core.snapshot.SnapshotCounter;
import org.mlanalytics.publishing.load.LandedRows;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.run.LandedObject;

/** One process: lands the rows of a file of submissions, or counts them into a snapshot. */
final class SubmissionContender {

  private static final String TIME_STAMP = "2023-07-10T18:30:00.000Z";
  private static final int UNPACKING_BUFFER = 1 << 16;

  private SubmissionContender() {}

  /**
   * @param args {@code observations} or {@code surveys}, the folder of the object, and the file;
   *     for a snapshot its dataset too, and the file is the landed object
   */
  public static void main(String[] args) throws IOException {
    Probe probe = new Probe();
    Submission kind = Submission.named(args[0]);
    Path folder = Path.of(args[1]);
    Path file = Path.of(args[2]);
    Measurement measured =
        args.length == 3 ? extract(probe, kind, folder, file) : count(probe, kind, args[3], args);
    System.out.println(measured.line());
  }

  private static Measurement extract(Probe probe, Submission kind, Path folder, Path file)
      throws IOException {
    try (BsonFile.Documents documents = BsonFile.read(file)) {
      return Landing.measure(probe, documents, kind.rules(file), kind.dataset(), folder);
    }
  }

  private static Measurement count(Probe probe, Submission kind, String dataset, String... args)
      throws IOException {
    Snapshot snapshot =
        kind.snapshots().stream()
            .filter(each -> each.dataset().name().equals(dataset))
            .findFirst()
            .orElseThrow();
    return count(probe, snapshot, Path.of(args[1]), Path.of(args[2]));
  }

  /** As the shared step {@code SnapshotLoad} does, of one object. */
  static Measurement count(Probe probe, Snapshot snapshot, Path folder, Path landed)
      throws IOException {
    SnapshotCounter counter = new SnapshotCounter(snapshot);
    LandedRows reader = new LandedRows(snapshot.reads(), snapshot.expansion() != Expansion.NONE);
    long[] read = {0};
    try (InputStream stored = Files.newInputStream(landed);
        InputStream lines = new GZIPInputStream(stored, UNPACKING_BUFFER)) {
      reader.read(
          lines,
          row -> {
            counter.add(row);
            probe.step(++read[0]);
          });
    }
    probe.collect();
    LocalObjectStore store = new LocalObjectStore(folder);
    try (RowObject object = new RowObject(store, snapshot.dataset(), Landing.KEY)) {
      counter.write(TIME_STAMP, object);
      LandedObject groups = object.commit();
      return probe.measured(read[0], groups.rows(), groups.bytes(), groups.sha256());
    }
  }
}
