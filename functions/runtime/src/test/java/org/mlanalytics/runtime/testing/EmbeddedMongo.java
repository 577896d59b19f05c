package org.mlanalytics.runtime.testing;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A Mongo server in this process, with a client that tells every command it sends. */
final class EmbeddedMongo implements AutoCloseable {

  private final MongoServer server =
      new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
  private final List<Consumer<CommandStartedEvent>> listeners = new CopyOnWriteArrayList<>();
  private final MongoClient client;

  EmbeddedMongo() {
    InetSocketAddress address = server.bind();
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyToClusterSettings(
                    cluster ->
                        cluster.hosts(
                            List.of(
                                new com.mongodb.ServerAddress(
                                    address.getHostString(), address.getPort()))))
                .addCommandListener(
                    new CommandListener() {
                      @Override
                      public void commandStarted(CommandStartedEvent event) {
                        listeners.forEach(listener -> listener.accept(event));
                      }
                    })
                .build());
  }

  MongoClient client() {
    return client;
  }

  void listen(Consumer<CommandStartedEvent> listener) {
    listeners.add(listener);
  }

  void ignore(Consumer<CommandStartedEvent> listener) {
    listeners.remove(listener);
  }

  static String freshName() {
    return "test-" + UUID.randomUUID();
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
