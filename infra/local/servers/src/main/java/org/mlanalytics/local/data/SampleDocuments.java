package org.mlanalytics.local.data;

import com.mongodb.client.MongoDatabase;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** Arrays of documents in extended JSON, one file for each collection of the same name. */
public final class SampleDocuments {

  private static final String SUFFIX = ".json";
  private static final String RESOURCES = "/samples/mongo/";
  private static final List<String> COLLECTIONS =
      List.of(
          "criteriaQuestions",
          "entities",
          "observationSubmissions",
          "observations",
          "programs",
          "projects",
          "solutions",
          "surveySubmissions",
          "surveys");

  private final Map<String, List<BsonDocument>> documents;

  private SampleDocuments(Map<String, List<BsonDocument>> documents) {
    this.documents = documents;
  }

  /** The samples that come with the project. */
  public static SampleDocuments bundled() throws IOException {
    Map<String, List<BsonDocument>> documents = new TreeMap<>();
    for (String collection : COLLECTIONS) {
      try (InputStream in =
          SampleDocuments.class.getResourceAsStream(RESOURCES + collection + SUFFIX)) {
        if (in == null) {
          throw new FileNotFoundException(RESOURCES + collection + SUFFIX);
        }
        documents.put(collection, parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return new SampleDocuments(documents);
  }

  /** The documents of all {@code *.json} files of a directory. */
  public static SampleDocuments of(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(directory)) {
      files = list.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
    }
    Map<String, List<BsonDocument>> documents = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      String collection = name.substring(0, name.length() - SUFFIX.length());
      documents.put(collection, parse(Files.readString(file)));
    }
    return new SampleDocuments(documents);
  }

  /** The documents by collection. */
  public Map<String, List<BsonDocument>> byCollection() {
    return documents;
  }

  /**
   * Puts the documents in the place of those that the collections have.
   *
   * @return how many were inserted in each collection
   */
  public Map<String, Integer> loadInto(MongoDatabase database) {
    documents.forEach(
        (collection, contents) -> {
          database.getCollection(collection).drop();
          if (!contents.isEmpty()) {
            database.getCollection(collection, BsonDocument.class).insertMany(contents);
          }
        });
    return documents.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
  }

  private static List<BsonDocument> parse(String json) {
    return BsonArray.parse(json).stream().map(value -> value.asDocument()).toList();
  }
}
