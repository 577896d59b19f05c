package org.mlanalytics.runtime.source;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.source.BsonValue;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.runtime.config.AnalyticsConfig;

/**
 * The operational collections, read as they are: documents stay encoded, rules look at their bytes.
 */
@ApplicationScoped
public class SourceDatabase {

  private final MongoClient mongo;
  private final AnalyticsConfig.Mongo config;

  SourceDatabase(MongoClient mongo, AnalyticsConfig config) {
    this.mongo = mongo;
    this.config = config.mongo();
  }

  /** A collection by its name. */
  public MongoCollection<RawBsonDocument> collection(String name) {
    return mongo.getDatabase(config.sourceDatabase()).getCollection(name, RawBsonDocument.class);
  }

  /** Documents fetched by one round trip. */
  public int batchSize() {
    return config.batchSize();
  }

  /** The document as the rules see it. */
  public static Value view(RawBsonDocument document) {
    ByteBuffer bytes = document.getByteBuffer().asNIO();
    return BsonValue.document(
        bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** The document's bytes. */
  public static byte[] bytes(RawBsonDocument document) {
    ByteBuffer buffer = document.getByteBuffer().asNIO();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
