package org.mlanalytics.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.project.ProjectRules;

/** Where a contender gets its documents: a BSON file, or the query of extract-projects. */
interface Source extends AutoCloseable {

  /** The documents, one at a time. */
  Iterable<RawBsonDocument> documents();

  @Override
  void close() throws IOException;

  /** The address of a collection, {@code mongodb://host/}, or a file. */
  static Source of(String address) throws IOException {
    return address.startsWith("mongodb:")
        ? new Query(MongoClients.create(address))
        : new File(BsonFile.read(Path.of(address)));
  }

  /** A file of documents, those that are never published too. */
  record File(BsonFile.Documents documents) implements Source {
    @Override
    public void close() throws IOException {
      documents.close();
    }
  }

  /** The projects of all programs; fields and documents a batch as extract-projects asks for. */
  record Query(MongoClient client) implements Source {

    private static final int BATCH = 500;

    static MongoCollection<RawBsonDocument> collection(MongoClient client) {
      return client.getDatabase("ml-service").getCollection("projects", RawBsonDocument.class);
    }

    @Override
    public Iterable<RawBsonDocument> documents() {
      return collection(client)
          .find(and(eq("isAPrivateProgram", false), eq("isDeleted", false)))
          .projection(include(ProjectRules.SOURCE_FIELDS))
          .batchSize(BATCH);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
