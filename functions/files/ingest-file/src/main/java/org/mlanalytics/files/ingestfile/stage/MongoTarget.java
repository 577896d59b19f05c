package org.mlanalytics.files.ingestfile.stage;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.mlanalytics.files.checking.row.ColumnType;
import org.mlanalytics.files.checking.row.Row;

/** Rows as documents of a collection: each replaces the one with its id, or is new. */
final class MongoTarget implements RowTarget {

  /** Of the texts of one batch, so that few long rows take no more memory than many short ones. */
  private static final int MAX_CHARS = 1 << 20;

  private static final int DUPLICATE_KEY = 11000;
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> collection;
  private final List<String> key;
  private final String sha256;
  private final int batchSize;
  private final List<WriteModel<Document>> batch = new ArrayList<>();
  private long chars;
  private long loaded;

  /**
   * @param collection with majority write concern
   * @param key columns of the key; empty without one
   * @param sha256 digest of the file
   */
  MongoTarget(
      MongoCollection<Document> collection, List<String> key, String sha256, int batchSize) {
    this.collection = collection;
    this.key = key;
    this.sha256 = sha256;
    this.batchSize = batchSize;
  }

  @Override
  public void accept(Row row) {
    Document document = MongoRow.of(row, key, sha256);
    batch.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
    chars += chars(row);
    if (batch.size() >= batchSize || chars >= MAX_CHARS) {
      complete();
    }
  }

  @Override
  public void complete() {
    if (batch.isEmpty()) {
      return;
    }
    try {
      collection.bulkWrite(batch, UNORDERED);
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      // another worker inserted the same id between look-up and insertion: now it is there
      collection.bulkWrite(batch, UNORDERED);
    }
    loaded += batch.size();
    batch.clear();
    chars = 0;
  }

  @Override
  public long loaded() {
    return loaded;
  }

  private static long chars(Row row) {
    long chars = 0;
    for (int i = 0; i < row.size(); i++) {
      if (row.type(i) == ColumnType.TEXT && !row.isNull(i)) {
        chars += row.textLength(i);
      }
    }
    return chars;
  }
}
