package org.mlanalytics.local;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * The file backend with a commit before every answer. By itself it commits once a second, so that a
 * killed server would lose writes that it has acknowledged.
 */
final class DurableBackend extends H2Backend {

  DurableBackend(String file) {
    super(file);
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Document answer = super.handleMessage(message);
    commit();
    return answer;
  }
}
