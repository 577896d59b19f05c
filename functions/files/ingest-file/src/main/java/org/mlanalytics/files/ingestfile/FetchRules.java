package org.mlanalytics.files.ingestfile;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one tenant may fetch; by default nothing. */
public interface FetchRules {

  /** Schemes of addresses: {@code http}, {@code https}, {@code s3}, {@code file}. */
  Optional<List<String>> schemes();

  /** Hosts like {@code files.example.org} or {@code *.example.org}; {@code *} is any name. */
  Optional<List<String>> hosts();

  /** Ports, instead of 80 and 443. */
  Optional<List<Integer>> ports();

  /**
   * Networks, like {@code 10.1.0.0/16}, that may be reached although they are private, loopback or
   * of another special kind.
   */
  Optional<List<String>> permittedNetworks();

  /** Networks that are never reached although they are public. */
  Optional<List<String>> forbiddenNetworks();

  /** Directories below which {@code file} addresses may lie. */
  Optional<List<Path>> directories();

  /** Redirects of a transfer, 0 to 3. */
  @WithDefault("3")
  int maxRedirects();

  /** Largest file in bytes, as it is sent. */
  @WithDefault("1073741824")
  long maxBytes();

  /** How long a name, a connection and each answer of a handshake may take. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** How long a source may be silent. */
  @WithDefault("30s")
  Duration idleTimeout();

  /** How long one transfer may take. */
  @WithDefault("1h")
  Duration timeout();

  /** Buckets that {@code s3} addresses may name, each under a name of your choice. */
  Map<String, Bucket> buckets();

  /** What sources ask for, each under a name of your choice; no other place gets it. */
  Map<String, Secret> credentials();

  /** A bucket of S3 or of a server that speaks its API. */
  interface Bucket {
    /** The bucket's name in addresses. */
    String bucket();

    /**
     * Service, such as {@code https://s3.eu-central-1.amazonaws.com}; the bucket is put into the
     * path.
     */
    URI endpoint();

    /** Region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** Name of the key. */
    String accessKey();

    /** The key. */
    String secretKey();
  }

  /** Either a token, or a user with a password. */
  interface Secret {
    /** Where it is sent, such as {@code https://files.example.org}. */
    String origin();

    /** Bearer token. */
    Optional<String> token();

    /** User of basic authentication. */
    Optional<String> user();

    /** The user's password. */
    Optional<String> password();
  }
}
