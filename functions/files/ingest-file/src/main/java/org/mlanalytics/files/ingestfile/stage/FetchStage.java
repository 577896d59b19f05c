package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import org.mlanalytics.files.fetching.Fetched;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.RunHandle;

/**
 * Fetches a file and lands it as it came. Its name is its digest, which is known when the whole
 * file is here: until then it lies in a file of this process.
 */
public final class FetchStage {

  private final Source source;
  private final FetchRetries retries;
  private final Spool spool;
  private final ObjectStore store;
  private final RawFiles raw;

  /** Where files come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Copies the file of a request.
     *
     * @throws org.mlanalytics.files.fetching.FetchRefusedException when it may not or cannot be had
     */
    Fetched fetch(AcceptedRequest accepted, OutputStream sink) throws IOException;
  }

  /**
   * @param spool where files lie until they are whole
   */
  public FetchStage(
      Source source, FetchRetries retries, Spool spool, ObjectStore store, RawFiles raw) {
    this.source = source;
    this.retries = retries;
    this.spool = spool;
    this.store = store;
    this.raw = raw;
  }

  /** Fetches and lands the file of a request; the same content once more is the same object. */
  public LandedObject land(RunHandle handle, AcceptedRequest accepted) throws IOException {
    try (Spool.SpooledFile file = spool.create()) {
      Fetched fetched =
          retries.call(
              () -> {
                try (OutputStream sink = file.sink(handle::ensureHeld)) {
                  return source.fetch(accepted, sink);
                }
              });
      String key = raw.key(accepted, fetched.sha256());
      if (store.size(key).isEmpty()) {
        copy(file, key);
      }
      return new LandedObject(key, 0, fetched.bytes(), fetched.sha256());
    }
  }

  private void copy(Spool.SpooledFile file, String key) throws IOException {
    try (InputStream in = file.open();
        ObjectOutput object = store.create(key)) {
      in.transferTo(object);
      object.commit();
    } catch (FileAlreadyExistsException landed) {
      // another worker was faster with the same content
    }
  }
}
