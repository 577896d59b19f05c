package org.mlanalytics.runtime.config;

import com.mongodb.client.MongoClient;
import io.quarkus.mongodb.runtime.MongoClients;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/**
 * The MongoDB client of a process, configured by {@code quarkus.mongodb.mla.*}. It is made when
 * something is first asked of it: the clients that the extension makes by itself look for their
 * servers, each with a thread of its own, as soon as a process starts.
 */
@ApplicationScoped
public class MongoProducer {

  private static final String NAME = "mla";

  @Produces
  @Alternative
  @Priority(1)
  @ApplicationScoped
  MongoClient client(MongoClients clients) {
    return clients.unmanagedMongoClient(NAME);
  }

  void close(@Disposes MongoClient client) {
    client.close();
  }
}
