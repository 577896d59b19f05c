package org.mlanalytics.files.ingestfile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that somebody names: who may, what is fetched, what is taken for good, where it goes. */
@ConfigMapping(prefix = "mla.files")
public interface FilesConfig {

  /**
   * File with the tokens of the tenants, a line {@code tenant:sha256} each; read when the process
   * starts. Without it nobody can call {@code /files}.
   */
  Optional<Path> tokens();

  /**
   * Tenants that have rules here and neither a token nor the topics and lists of this process:
   * their requests are taken by other processes, and this one works on them.
   */
  Optional<List<String>> otherTenants();

  /** Files that this process works on at the same time. */
  int workers();

  /**
   * Directory with the schemas of the installation, {@code <name>.json} each; beside those that
   * come with the program.
   */
  Optional<Path> schemas();

  /** Where rows go when a request does not say it. */
  @WithDefault("mongo:files")
  String defaultTarget();

  /**
   * How long a request that has ended, and its callback, are kept: at least a day. Afterwards its
   * id is that of a new request. Reports and quarantine are kept for mla.expire-objects.after.
   */
  @WithDefault("90d")
  Duration keepRequestsFor();

  /** Requests from Kafka. */
  Queue queue();

  /** What may be fetched; by default nothing. */
  Fetch fetch();

  /** What a file may break before it is rejected. */
  Check check();

  /** Where rows are loaded. */
  Load load();

  /** One topic for each priority: its name with {@code .high}, {@code .normal}, {@code .low}. */
  interface Queue {
    /** First part of the names of the topics. */
    String topic();

    /** The tenant whose requests come by these topics, and by lists of Redis. */
    @WithDefault("default")
    String tenant();
  }

  /** The rules of all tenants that have none of their own, and what holds for all transfers. */
  interface Fetch extends FetchRules {
    /**
     * Rules of single tenants. A tenant that is named here has these only: nothing is taken over
     * from the rules of the others.
     */
    Map<String, FetchRules> tenants();

    /** How often a transfer is tried when its source is away. */
    @WithDefault("3")
    int attempts();

    /**
     * Where a file is kept while it is fetched; by default the system's directory for such files.
     */
    Optional<Path> spool();
  }

  /** Limits of a file, so that memory is bounded whatever the file holds. */
  interface Check {
    /** Largest file in bytes after unpacking. */
    @WithDefault("17179869184")
    long maxUnpackedBytes();

    /** Most bytes that one packed byte may become. */
    @WithDefault("200")
    int maxUnpackRatio();

    /** Most rows of a file. */
    @WithDefault("100000000")
    long maxRows();

    /** Most rows of a file whose schema has a unique key; each takes 20 bytes of memory. */
    @WithDefault("2000000")
    long maxUniqueKeys();

    /**
     * A file is rejected when more rows than this share of all, from 0 to 1, and more rows than
     * {@code reject-above-rows} are put aside; a schema may say otherwise.
     */
    @WithDefault("0.1")
    double rejectAboveShare();

    /** Rows that may be put aside whatever their share. */
    @WithDefault("100")
    long rejectAboveRows();
  }

  /** Loading. */
  interface Load {
    /** A tenant's rows go to the database of this name with the tenant's name behind it. */
    @WithDefault("ml-files-")
    String databasePrefix();

    /** Rows of one round trip. */
    @WithDefault("500")
    int batchSize();

    /**
     * A tenant's rows go to topics of this name with the tenant's name, a dot and the target's name
     * behind it. The topics have to exist.
     */
    @WithDefault("${mla.env:dev}.ml.file-rows.")
    String topicPrefix();

    /**
     * Most rows of one Kafka transaction. A file with fewer is in its topic as a whole or not at
     * all.
     */
    @WithDefault("1000000")
    long transactionRows();

    /**
     * After so long the broker aborts a transaction; half of it ends one. The broker's {@code
     * transaction.max.timeout.ms} limits it.
     */
    @WithDefault("5m")
    Duration transactionTimeout();
  }
}
