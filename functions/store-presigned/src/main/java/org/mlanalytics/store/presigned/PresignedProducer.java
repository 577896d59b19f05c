package org.mlanalytics.store.presigned;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import org.mlanalytics.runtime.object.ObjectStore;

/** Takes the place of the directory as object store in functions that hold this module. */
@ApplicationScoped
public class PresignedProducer {

  @Singleton
  ObjectStore objects(UploadService service, Transfers transfers, PresignedConfig config) {
    return new PresignedObjectStore(service, transfers, config);
  }
}
