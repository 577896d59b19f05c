package org.mlanalytics.files.fetching;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one tenant may fetch, or have messages sent to. A new builder allows nothing: schemes and
 * hosts have to be named.
 *
 * @param schemes of {@code http}, {@code https}, {@code s3}, {@code file}
 * @param hosts of HTTP; a host that matches none is refused
 * @param ports of HTTP; none means the scheme's own
 * @param permittedNetworks that are reached although they are private, loopback or the like
 * @param forbiddenNetworks that are never reached although they are public, such as the
 *     installation's own
 * @param directories below which files are read
 * @param buckets of S3, by name
 * @param credentials by the place that they are sent to
 * @param maxRedirects from 0 to 3
 * @param maxBytes of a file as it comes
 * @param times limits of time
 */
public record FetchPolicy(
    Set<String> schemes,
    List<HostPattern> hosts,
    Set<Integer> ports,
    List<Network> permittedNetworks,
    List<Network> forbiddenNetworks,
    List<Path> directories,
    Map<String, S3Bucket> buckets,
    Map<Origin, Credentials> credentials,
    int maxRedirects,
    long maxBytes,
    TimeLimits times) {

  private static final int MOST_REDIRECTS = 3;

  /**
   * @throws IllegalArgumentException if a limit is out of its range
   */
  public FetchPolicy {
    schemes = Set.copyOf(schemes);
    hosts = List.copyOf(hosts);
    ports = Set.copyOf(ports);
    permittedNetworks = List.copyOf(permittedNetworks);
    forbiddenNetworks = List.copyOf(forbiddenNetworks);
    directories = List.copyOf(directories);
    buckets = Map.copyOf(buckets);
    credentials = Map.copyOf(credentials);
    if (maxRedirects < 0 || maxRedirects > MOST_REDIRECTS || maxBytes < 1) {
      throw new IllegalArgumentException("redirects are 0 to 3, bytes at least 1");
    }
  }

  /** Nothing allowed, three redirects, 1 GiB, default times. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a policy; each call replaces what was said before. */
  public static final class Builder {

    private Set<String> schemes = Set.of();
    private List<HostPattern> hosts = List.of();
    private Set<Integer> ports = Set.of();
    private List<Network> permittedNetworks = List.of();
    private List<Network> forbiddenNetworks = List.of();
    private List<Path> directories = List.of();
    private Map<String, S3Bucket> buckets = Map.of();
    private Map<Origin, Credentials> credentials = Map.of();
    private int maxRedirects = MOST_REDIRECTS;
    private long maxBytes = 1L << 30;
    private TimeLimits times = TimeLimits.DEFAULT;

    private Builder() {}

    /** Schemes that may be fetched. */
    public Builder schemes(Collection<String> names) {
      schemes = Set.copyOf(names);
      return this;
    }

    /** Hosts that may be fetched from, as {@link HostPattern} writes them. */
    public Builder hosts(Collection<String> patterns) {
      hosts = patterns.stream().map(HostPattern::new).toList();
      return this;
    }

    /** Ports that may be connected to, instead of the scheme's own. */
    public Builder ports(Collection<Integer> numbers) {
      ports = Set.copyOf(numbers);
      return this;
    }

    /** Networks that are reached although they are not public, as {@link Network} writes them. */
    public Builder permittedNetworks(Collection<String> networks) {
      permittedNetworks = networks.stream().map(Network::parse).toList();
      return this;
    }

    /** Networks that are never reached. */
    public Builder forbiddenNetworks(Collection<String> networks) {
      forbiddenNetworks = networks.stream().map(Network::parse).toList();
      return this;
    }

    /** Directories below which files are read. */
    public Builder directories(Collection<Path> roots) {
      directories = List.copyOf(roots);
      return this;
    }

    /** Buckets of S3, by name. */
    public Builder buckets(Map<String, S3Bucket> byName) {
      buckets = Map.copyOf(byName);
      return this;
    }

    /** Credentials by the place that they belong to. */
    public Builder credentials(Map<Origin, Credentials> byOrigin) {
      credentials = Map.copyOf(byOrigin);
      return this;
    }

    /** How many redirects are followed, 0 to 3. */
    public Builder maxRedirects(int count) {
      maxRedirects = count;
      return this;
    }

    /** The largest file, in bytes as it comes. */
    public Builder maxBytes(long bytes) {
      maxBytes = bytes;
      return this;
    }

    /** Limits of time. */
    public Builder times(TimeLimits limits) {
      times = limits;
      return this;
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public FetchPolicy build() {
      return new FetchPolicy(
          schemes,
          hosts,
          ports,
          permittedNetworks,
          forbiddenNetworks,
          directories,
          buckets,
          credentials,
          maxRedirects,
          maxBytes,
          times);
    }
  }
}
