package org.mlanalytics.files.ingestfile.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Callbacks of requests for files: who may have them, where they go, how often they are tried. */
@ConfigMapping(prefix = "mla.files.callback")
public interface CallbackConfig {

  /**
   * Tenants whose requests may name a callback, by their names. A request of any other tenant that
   * names one is refused.
   */
  Map<String, Tenant> tenants();

  /**
   * How long to wait behind each attempt that failed; the last one is repeated. Each varies by a
   * fifth. A process looks for attempts that are due every {@code mla.ingest-file.every}.
   */
  @WithDefault("5s,30s,2m,10m,1h,3h")
  List<Duration> pauses();

  /** So long after the end of a request its callback is not tried any more. */
  @WithDefault("24h")
  Duration giveUpAfter();

  /** The callbacks of one tenant. */
  interface Tenant {
    /** What they are signed with: {@code whsec_} and 32 to 64 random bytes in Base64. */
    String secret();

    /**
     * A second secret, which signs beside the first while receivers change from one to the other.
     */
    Optional<String> otherSecret();

    /** Schemes of addresses: {@code https}, {@code http}. */
    @WithDefault("https")
    List<String> schemes();

    /**
     * Hosts like {@code hooks.example.org} or {@code *.example.org}; {@code *} is any name. Those
     * that the tenant may fetch from are not meant.
     */
    Optional<List<String>> hosts();

    /** Ports, instead of 80 and 443. */
    Optional<List<Integer>> ports();

    /**
     * Networks, like {@code 10.1.0.0/16}, that may be reached although they are private, loopback
     * or of another special kind.
     */
    Optional<List<String>> permittedNetworks();

    /** Networks that are never reached although they are public. */
    Optional<List<String>> forbiddenNetworks();

    /** How long a name, a connection and each answer of a handshake may take. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a receiver may be silent. */
    @WithDefault("10s")
    Duration idleTimeout();

    /** How long one attempt may take. */
    @WithDefault("15s")
    Duration timeout();
  }
}
