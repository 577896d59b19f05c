package org.mlanalytics.local;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * The Mongo server's program. System properties: {@code local.port.mongo} (required) and {@value
 * #FILE_PROPERTY}, the file to keep the data in; without it they are in memory.
 */
public final class MongoServerMain {

  static final String FILE_PROPERTY = "local.mongo.file";

  private MongoServerMain() {}

  /** Starts the server; the process lives until it is ended. */
  public static void main(String[] args) {
    String file = System.getProperty(FILE_PROPERTY);
    MongoBackend backend = file == null ? new MemoryBackend() : new DurableBackend(file);
    MongoServer server = new MongoServer(backend.version(ServerVersion.MONGO_5_0));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    server.bind("127.0.0.1", Integer.getInteger("local.port.mongo"));
  }
}
