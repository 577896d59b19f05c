package org.mlanalytics.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.data.SubmissionGenerator;

/** Reads a skewed collection in parts: one for each solution, then ranges of ids. */
public final class FanOut {

  private static final int RANGES = 20;
  private static final int RUNS = 3;
  private static final int BATCH = 1000;

  private FanOut() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1 || args[0].startsWith("-")) {
      System.out.println("infra/bench/fan-out N: reads N generated observations in parts");
      return;
    }
    int number = Integer.parseInt(args[0]);
    try (LocalServers servers =
            LocalServers.builder()
                .withMongo()
                .mongoJvmArguments("-Xmx6g")
                .dataDir(Files.createTempDirectory("fan-out"))
                .environment(Map.of())
                .start();
        MongoClient client = MongoClients.create(servers.mongoUri())) {
      MongoCollection<Document> documents =
          client.getDatabase("bench").getCollection("observationSubmissions");
      insert(documents, number);
      for (int run = 0; run < RUNS; run++) {
        bySolution(documents);
        byRanges(documents.withDocumentClass(RawBsonDocument.class), number / RANGES);
      }
    }
  }

  private static void insert(MongoCollection<Document> documents, int number) {
    List<Document> batch = new ArrayList<>();
    SubmissionGenerator.of(number)
        .observations()
        .forEach(
            document -> {
              batch.add(document);
              if (batch.size() == BATCH) {
                documents.insertMany(batch);
                batch.clear();
              }
            });
    if (!batch.isEmpty()) {
      documents.insertMany(batch);
    }
  }

  private static void bySolution(MongoCollection<Document> documents) {
    long start = System.nanoTime();
    List<Bson> parts = new ArrayList<>();
    for (Document group :
        documents.aggregate(
            List.of(Aggregates.group("$solutionId", Accumulators.sum("documents", 1))))) {
      parts.add(Filters.eq("solutionId", group.get("_id")));
    }
    read("by solution", documents.withDocumentClass(RawBsonDocument.class), parts, start);
  }

  private static void byRanges(MongoCollection<RawBsonDocument> documents, int size) {
    long start = System.nanoTime();
    List<Bson> parts = new ArrayList<>();
    ObjectId from = null;
    while (true) {
      ObjectId to = boundary(documents, from, size);
      if (to == null) {
        parts.add(Filters.gte("_id", from));
        break;
      }
      parts.add(
          from == null
              ? Filters.or(
                  Filters.lt("_id", to), Filters.not(Filters.type("_id", BsonType.OBJECT_ID)))
              : Filters.and(Filters.gte("_id", from), Filters.lt("_id", to)));
      from = to;
    }
    read("by ranges of ids", documents, parts, start);
  }

  private static ObjectId boundary(
      MongoCollection<RawBsonDocument> documents, ObjectId from, int size) {
    Bson rest = Filters.type("_id", BsonType.OBJECT_ID);
    RawBsonDocument boundary =
        documents
            .find(from == null ? rest : Filters.and(rest, Filters.gt("_id", from)))
            .projection(Projections.include("_id"))
            .sort(Sorts.ascending("_id"))
            .skip(size - (from == null ? 0 : 1))
            .limit(1)
            .first();
    return boundary == null ? null : boundary.getObjectId("_id").getValue();
  }

  private static void read(
      String what, MongoCollection<RawBsonDocument> documents, List<Bson> parts, long start) {
    double split = (System.nanoTime() - start) / 1e9;
    long largest = 0;
    long total = 0;
    for (Bson part : parts) {
      long count = 0;
      for (RawBsonDocument document :
          documents
              .find(
                  Filters.and(
                      part, Filters.eq("isAPrivateProgram", false), Filters.eq("deleted", false)))
              .batchSize(500)) {
        count++;
      }
      largest = Math.max(largest, count);
      total += count;
    }
    System.out.printf(
        "%s: %d parts, the largest of %d, %d documents, %.1f s, of which %.1f s to split%n",
        what, parts.size(), largest, total, (System.nanoTime() - start) / 1e9, split);
  }
}
