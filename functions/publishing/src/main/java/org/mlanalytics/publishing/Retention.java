package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Tells which landed objects nobody needs any more. Kept are those of runs that changed after a
 * point in time or have not ended, of the last successful run of each function, dataset and scope,
 * of publications under way and of each dataset's last one, and whatever the ledger does not know.
 * What is left of files, as they came and as they were checked, is kept for its time and no longer.
 */
@ApplicationScoped
public class Retention {

  private static final String RAW_FILES = "files";
  private static final int RAW_DATE = 2;

  private final ObjectStore store;
  private final RunLedger ledger;
  private final Publications publications;
  private final LedgerClock clock;

  /**
   * @param store where rows are landed
   * @param ledger knows which run made an object
   * @param publications knows what is published
   * @param clock business dates
   */
  public Retention(
      ObjectStore store, RunLedger ledger, Publications publications, LedgerClock clock) {
    this.store = store;
    this.ledger = ledger;
    this.publications = publications;
    this.clock = clock;
  }

  /** What is done with an object that nobody needs. */
  @FunctionalInterface
  public interface Expiry {
    /**
     * Deals with one object.
     *
     * @param key its key in the store
     */
    void expire(String key) throws IOException;
  }

  /**
   * What a look at the store has found.
   *
   * @param objects objects and manifests of all datasets
   * @param expired those that nobody needs
   * @param unknown those of runs that the ledger does not have: they are kept
   */
  public record Findings(long objects, long expired, long unknown) {}

  /**
   * Looks at all landed objects.
   *
   * @param before objects that were made after it are kept
   * @param expiry is given every object that nobody needs
   */
  public Findings look(Instant before, Expiry expiry) throws IOException {
    Set<String> published = published();
    LocalDate day = clock.businessDate(before);
    long objects = 0;
    long expired = 0;
    long unknown = 0;
    for (String key : store.list(RAW_FILES)) {
      objects++;
      if (date(key, RAW_DATE).compareTo(day.toString()) < 0) {
        expiry.expire(key);
        expired++;
      }
    }
    for (String dataset : datasets()) {
      List<String> keys = store.list(dataset);
      objects += keys.size();
      for (Map.Entry<String, List<String>> ofRun : byRun(keys, day).entrySet()) {
        Optional<Run> run = ledger.byId(ofRun.getKey());
        if (run.isEmpty()) {
          unknown += ofRun.getValue().size();
        } else if (isOver(run.get(), before)) {
          Set<String> needed = needed(run.get());
          for (String key : ofRun.getValue()) {
            String object = object(key);
            if (!needed.contains(object) && !published.contains(object)) {
              expiry.expire(key);
              expired++;
            }
          }
        }
      }
    }
    return new Findings(objects, expired, unknown);
  }

  private Set<String> datasets() {
    Set<String> names = new TreeSet<>(ledger.datasetsOf(RunIdentity.UNDATED));
    Datasets.ALL.forEach(dataset -> names.add(dataset.name()));
    return names;
  }

  private static String date(String key, int part) {
    String[] parts = key.split("/");
    // what does not lie where files lie is kept
    return parts.length > part + 1 ? parts[part] : "~";
  }

  private Set<String> published() {
    Set<String> keys = new HashSet<>();
    for (Dataset dataset : Datasets.ALL) {
      publications.last(dataset.name()).ifPresent(last -> add(keys, last.objects()));
    }
    for (RunState state : List.of(RunState.SUBMITTING, RunState.SUBMITTED)) {
      ledger.inState(state).forEach(run -> add(keys, run.objects()));
    }
    return keys;
  }

  private static void add(Set<String> keys, List<LandedObject> objects) {
    objects.forEach(object -> keys.add(object.key()));
  }

  /** An object is not older than its business date: what lies in a younger folder is young. */
  private static Map<String, List<String>> byRun(List<String> keys, LocalDate day) {
    return keys.stream()
        .filter(key -> key.split("/").length > 3)
        .filter(key -> key.split("/")[1].compareTo(day.toString()) <= 0)
        .collect(
            Collectors.groupingBy(key -> key.split("/")[2], TreeMap::new, Collectors.toList()));
  }

  private static boolean isOver(Run run, Instant before) {
    return run.state().isFinal() && run.updatedAt().isBefore(before);
  }

  /**
   * Objects of an attempt that was overtaken are of no use to anybody, those of the last are. Of a
   * file only those that Druid's last good publication was made of.
   */
  private Set<String> needed(Run run) {
    Set<String> keys = new HashSet<>();
    if (run.identity().businessDate().equals(RunIdentity.UNDATED)) {
      if (run.druid() != null) {
        Publication.Published last =
            publications.get(run.druid().dataset(), run.druid().interval()).last();
        add(keys, last == null ? List.of() : last.objects());
      }
    } else if (!ledger.hasLaterSuccess(run.identity())) {
      add(keys, run.objects());
    }
    return keys;
  }

  private static String object(String key) {
    return key.endsWith(RowObject.MANIFEST)
        ? key.substring(0, key.length() - RowObject.MANIFEST.length())
        : key;
  }
}
