package org.mlanalytics.runtime.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an installation can set for all its functions. Every key has a default that suits a laptop.
 */
@ConfigMapping(prefix = "mla")
public interface AnalyticsConfig {

  /** Name of the environment; first part of every topic and part of every Druid task id. */
  @WithDefault("dev")
  String env();

  /**
   * Name of this process in the runs that it claims; the default is made of host and process id.
   */
  Optional<String> instance();

  /** Zone of the business date: the civil day that a night's rows belong to. */
  @WithDefault("Asia/Kolkata")
  ZoneId zone();

  /**
   * First business date that daily snapshots may be made for. The zone has to give each date from
   * here to 2100 a UTC day of its own.
   */
  @WithDefault("2015-01-01")
  LocalDate snapshotsFrom();

  /** Where documents are read and runs are recorded. */
  Mongo mongo();

  /** How long a run belongs to the instance that claimed it. */
  Lease lease();

  /** Where rows are landed. */
  Objects objects();

  /** Step events between functions. */
  Events events();

  /** What starts functions. */
  Trigger trigger();

  /** What bad documents may do to a pipeline. */
  Rejects rejects();

  /** The HTTP entry. */
  Http http();

  /** Values that the rules of the rows need. */
  Rows rows();

  /** Databases of the configured MongoDB. */
  interface Mongo {
    /** Database with the operational collections (projects, observationSubmissions, ...). */
    @WithDefault("ml-survey")
    String sourceDatabase();

    /** Database with the run ledger; its collections are made on first use. */
    @WithDefault("ml-analytics")
    String ledgerDatabase();

    /** Documents fetched from the source by one round trip. */
    @WithDefault("500")
    int batchSize();

    /**
     * Observations and surveys are extracted in ranges of so many documents, side by side where
     * there are several instances.
     */
    @WithDefault("100000")
    int rangeSize();
  }

  /** Leases of runs. */
  interface Lease {
    /** A run whose lease was not renewed for so long may be taken over by another instance. */
    @WithDefault("60s")
    Duration duration();

    /** A run that was taken over so often within one attempt fails instead of being tried again. */
    @WithDefault("10")
    int maxTakeOvers();
  }

  /** Object store. */
  interface Objects {
    /** Directory of the object store; Druid has to read the same one. */
    @WithDefault("data/objects")
    Path directory();
  }

  /** What starts functions, chosen when they are built. */
  interface Trigger {
    /** Whether step events are consumed from Kafka; otherwise they come by HTTP only. */
    @WithDefault("false")
    boolean kafka();
  }

  /** Step events. */
  interface Events {
    /** Topic of step events. */
    String topic();

    /**
     * Events older than this are ignored, so that a new consumer group does not replay old nights.
     */
    @WithDefault("48h")
    Duration maxAge();

    /** How long to wait for the broker's acknowledgement; later the sweeper sends what is left. */
    @WithDefault("30s")
    Duration sendTimeout();

    /**
     * An outbox entry or a pending scope is left alone for so long before the sweeper touches it.
     */
    @WithDefault("30s")
    Duration sweepAfter();

    /** How long an event is tried again while a server is away, before it becomes a dead letter. */
    @WithDefault("15m")
    Duration retryFor();
  }

  /** Limits of malformed documents; a pipeline fails before publication when both are exceeded. */
  interface Rejects {
    /** Malformed documents of a dataset in one pipeline. */
    @WithDefault("20")
    long maxMalformed();

    /** Malformed documents as a share of those read, in percent. */
    @WithDefault("5")
    double maxMalformedPercent();
  }

  /** HTTP entry. */
  interface Http {
    /** Bearer token that callers present; mandatory as soon as the listener leaves loopback. */
    Optional<String> token();

    /** Largest accepted request body in bytes. */
    @WithDefault("65536")
    int maxBody();
  }

  /** Constants in rows. */
  interface Rows {
    /** Put in front of the path of every uploaded evidence. */
    @WithDefault("https://cdn.example.org/samiksha/")
    String evidenceBaseUrl();

    /** Column parent_channel. */
    @WithDefault("SHIKSHALOKAM")
    String parentChannel();

    /** Column app_name of submissions that name no app. */
    @WithDefault("sunbirdsurvey")
    String appName();
  }
}
