package org.mlanalytics.bench.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.mlanalytics.bench.BsonFile;
import org.mlanalytics.bench.Catalogue;
import org.mlanalytics.bench.Probe;

/** One process: takes all documents of a file, and prints what that took. */
public final class SparkContender {

  private static final String CORES = "2";

  private SparkContender() {}

  /**
   * @param args {@code projects} or {@code observations}, the folder of the rows, and the file of
   *     the documents
   */
  public static void main(String[] args) throws IOException {
    Probe probe = new Probe();
    try (SparkSession spark = session();
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext())) {
      boolean observations = args[0].equals("observations");
      Path file = Path.of(args[2]);
      List<Row> documents =
          observations
              ? documents(file, "deleted", "solutionId").map(ObservationRow::of).toList()
              : documents(file, "isDeleted", "programId").map(ProjectRow::of).toList();
      Dataset<Row> frame =
          spark.createDataFrame(
              context.parallelize(documents),
              observations ? ObservationRow.SCHEMA : ProjectRow.SCHEMA);
      Dataset<Row> rows =
          observations
              ? observations(spark, frame, Catalogue.beside(file, "observation"))
              : ProjectStep.rows(frame);
      rows.coalesce(1).write().json(args[1] + "/rows");
      System.out.println(probe.measured(documents.size(), 0, 0, "-").line());
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[" + CORES + "]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        // not the 200 of a cluster: for two cores that would be slower
        .config("spark.sql.shuffle.partitions", CORES)
        .getOrCreate();
  }

  private static Dataset<Row> observations(
      SparkSession spark, Dataset<Row> submissions, Catalogue names) {
    return ObservationStep.rows(
        submissions,
        names(spark, names.solutions(), "solution"),
        names(spark, names.programs(), "program"));
  }

  private static Dataset<Row> names(SparkSession spark, Map<String, String> names, String what) {
    List<Row> rows =
        names.entrySet().stream()
            .map(name -> RowFactory.create(name.getKey(), name.getValue()))
            .toList();
    return spark.createDataFrame(
        rows, StructType.fromDDL(what + "_id string, " + what + "_name string"));
  }

  /** What the query of a step returns, as the existing step takes it: all of it in a list. */
  private static Stream<Document> documents(Path file, String deleted, String mandatory)
      throws IOException {
    DocumentCodec codec = new DocumentCodec();
    List<Document> found = new ArrayList<>();
    try (BsonFile.Documents documents = BsonFile.read(file)) {
      for (RawBsonDocument raw : documents) {
        Document document = raw.decode(codec);
        if (Boolean.FALSE.equals(document.get("isAPrivateProgram"))
            && Boolean.FALSE.equals(document.get(deleted))
            && document.get(mandatory) != null) {
          found.add(document);
        }
      }
    }
    return found.stream();
  }
}
