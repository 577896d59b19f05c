package org.mlanalytics.runtime.testing;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.IndexModel;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.mlanalytics.runtime.config.LedgerIndexes;

/**
 * Notes the queries that no index serves. A query is served when its filter names {@code _id} or
 * the first field of a declared index, or when it is limited and sorted by one.
 */
final class IndexedQueries implements Consumer<CommandStartedEvent> {

  private final String database;
  private final ConcurrentLinkedQueue<String> unserved = new ConcurrentLinkedQueue<>();

  IndexedQueries(String database) {
    this.database = database;
  }

  /** The queries without an index so far. */
  List<String> unserved() {
    return List.copyOf(unserved);
  }

  @Override
  public void accept(CommandStartedEvent event) {
    if (!event.getDatabaseName().equals(database)) {
      return;
    }
    BsonDocument command = event.getCommand();
    String name = event.getCommandName();
    switch (name) {
      case "find" -> check(command, name, command.getDocument("filter", new BsonDocument()));
      case "findAndModify" -> check(command, name, command.getDocument("query"));
      case "update" -> each(command, name, "updates");
      case "delete" -> each(command, name, "deletes");
      case "aggregate", "count", "distinct" -> unserved.add(name + " is not checked: " + command);
      default -> {}
    }
  }

  private void each(BsonDocument command, String name, String parts) {
    for (BsonValue part : command.getArray(parts)) {
      check(command, name, part.asDocument().getDocument("q"));
    }
  }

  private void check(BsonDocument command, String name, BsonDocument filter) {
    String collection = command.getString(name).getValue();
    Set<String> leading = new LinkedHashSet<>(List.of("_id"));
    List<IndexModel> indexes = LedgerIndexes.of(collection);
    if (indexes == null) {
      return;
    }
    for (IndexModel index : indexes) {
      leading.add(
          index
              .getKeys()
              .toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry())
              .getFirstKey());
    }
    boolean sorted =
        command.containsKey("limit")
            && command.containsKey("sort")
            && leading.contains(command.getDocument("sort").getFirstKey());
    if (!sorted && fields(filter).stream().noneMatch(leading::contains)) {
      unserved.add(name + " on " + collection + ": " + filter.toJson());
    }
  }

  private static List<String> fields(BsonDocument filter) {
    List<String> all = new ArrayList<>();
    filter.forEach(
        (field, value) -> {
          if (field.equals("$and")) {
            value.asArray().forEach(part -> all.addAll(fields(part.asDocument())));
          } else {
            all.add(field);
          }
        });
    return all;
  }
}
