package org.mlanalytics.bench.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.mlanalytics.bench.BsonFile;
import org.mlanalytics.bench.Probe;

/** One process: takes all documents of a file, and prints what that took. */
public final class SparkContender {

  private static final String CORES = "2";

  private SparkContender() {}

  /**
   * @param args the folder of the rows, and the file of the documents
   */
  public static void main(String[] args) throws IOException {
    Probe probe = new Probe();
    try (SparkSession spark = session();
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext())) {
      List<Row> projects = projects(Path.of(args[1])).stream().map(ProjectRow::of).toList();
      ProjectStep.rows(spark.createDataFrame(context.parallelize(projects), ProjectRow.SCHEMA))
          .coalesce(1)
          .write()
          .json(args[0] + "/rows");
      System.out.println(probe.measured(projects.size(), 0, 0, "-").line());
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

  /** What the query of the step returns, as the existing step takes it: all of it in a list. */
  private static List<Document> projects(Path file) throws IOException {
    DocumentCodec codec = new DocumentCodec();
    List<Document> projects = new ArrayList<>();
    try (BsonFile.Documents documents = BsonFile.read(file)) {
      for (RawBsonDocument raw : documents) {
        Document project = raw.decode(codec);
        if (Boolean.FALSE.equals(project.get("isAPrivateProgram"))
            && Boolean.FALSE.equals(project.get("isDeleted"))
            && project.get("programId") != null) {
          projects.add(project);
        }
      }
    }
    return projects;
  }
}
