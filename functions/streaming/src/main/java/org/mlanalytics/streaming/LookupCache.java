package org.mlanalytics.streaming;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.submission.LookupCollection;
import org.mlanalytics.core.submission.LookupKeys;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.runtime.source.SourceDatabase;

/**
 * Looks documents up in the source database, by one query for each collection and batch, and keeps
 * them for a while. Holds at most the configured bytes of documents. It also remembers for a while
 * what is not there, so that messages of an unknown solution do not ask each time.
 */
@ApplicationScoped
// the classes that Caffeine chooses by name for a cache with weights that expires after writes
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMWW",
      "com.github.benmanes.caffeine.cache.PSWMW"
    })
public class LookupCache implements LookupSource {

  // what a key, a cache entry and a document cost besides the document's bytes
  private static final int OVERHEAD = 256;

  private record Key(LookupCollection collection, String id) {}

  private final SourceDatabase source;
  private final Cache<Key, RawBsonDocument> found;
  private final Cache<Key, Boolean> absent;

  @Inject
  LookupCache(SourceDatabase source, StreamConfig config) {
    this(source, config.lookups(), Ticker.systemTicker());
  }

  LookupCache(SourceDatabase source, StreamConfig.Lookups config, Ticker ticker) {
    this.source = source;
    this.found = cache(config.cacheBytes(), config.keepFor(), ticker);
    this.absent = cache(config.cacheBytes(), config.keepAbsentFor(), ticker);
  }

  private static <V> Cache<Key, V> cache(long bytes, Duration keepFor, Ticker ticker) {
    return Caffeine.newBuilder()
        .maximumWeight(bytes)
        .weigher((Key key, V value) -> weight(value))
        .expireAfterWrite(keepFor)
        .ticker(ticker)
        .executor(Runnable::run)
        .build();
  }

  private static int weight(Object value) {
    return value instanceof RawBsonDocument document
        ? OVERHEAD + document.getByteBuffer().remaining()
        : OVERHEAD;
  }

  @Override
  public Lookups load(LookupKeys keys) {
    // the batch keeps what it needs, whatever the cache drops meanwhile
    Map<Key, Value> batch = new HashMap<>();
    keys.ids()
        .forEach(
            (collection, ids) -> {
              List<String> unknown = new ArrayList<>();
              for (String id : ids) {
                Key key = new Key(collection, id);
                RawBsonDocument document = found.getIfPresent(key);
                if (document != null) {
                  batch.put(key, SourceDatabase.view(document));
                } else if (absent.getIfPresent(key) == null) {
                  unknown.add(id);
                }
              }
              if (!unknown.isEmpty()) {
                query(collection, unknown, batch);
              }
            });
    return (collection, id) -> Optional.ofNullable(batch.get(new Key(collection, id)));
  }

  private void query(LookupCollection collection, List<String> ids, Map<Key, Value> batch) {
    for (RawBsonDocument document :
        source
            .collection(collection.key())
            .find(in("_id", candidates(ids)))
            .projection(include(LookupFields.of(collection)))
            .batchSize(source.batchSize())) {
      Value view = SourceDatabase.view(document);
      id(view)
          .map(id -> new Key(collection, id))
          .ifPresent(
              key -> {
                if (batch.putIfAbsent(key, view) == null) {
                  found.put(key, document);
                }
              });
    }
    for (String id : ids) {
      Key key = new Key(collection, id);
      if (!batch.containsKey(key)) {
        absent.put(key, Boolean.TRUE);
      }
    }
  }

  /** An id in a message is text; in the database it is an ObjectId or text. */
  private static List<Object> candidates(List<String> ids) {
    List<Object> candidates = new ArrayList<>(2 * ids.size());
    for (String id : ids) {
      if (ObjectId.isValid(id)) {
        candidates.add(new ObjectId(id));
      }
      candidates.add(id);
    }
    return candidates;
  }

  private static Optional<String> id(Value document) {
    try {
      return Optional.ofNullable(document.get("_id").text());
    } catch (RuleViolation noText) {
      return Optional.empty();
    }
  }
}
