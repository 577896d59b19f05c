package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.CONNECT_TIMED_OUT;
import static org.mlanalytics.files.fetching.RefusalReason.HOST_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.NAME_UNKNOWN;
import static org.mlanalytics.files.fetching.RefusalReason.NETWORK_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.PORT_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.SCHEME_FORBIDDEN;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets an address pass, or not: each step of a redirect comes here again. */
final class Gate {

  private final SpecialNetworks special = new SpecialNetworks();
  private final Resolver resolver;

  Gate(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Refuses what the tenant's lists do not name. */
  void checkLists(HttpAddress address, FetchPolicy policy) throws FetchRefusedException {
    Origin origin = address.origin();
    if (!policy.schemes().contains(origin.scheme())) {
      throw new FetchRefusedException(SCHEME_FORBIDDEN, origin.toString());
    }
    if (policy.hosts().stream().noneMatch(pattern -> pattern.matches(origin.host()))) {
      throw new FetchRefusedException(HOST_FORBIDDEN, origin.toString());
    }
    boolean portListed =
        policy.ports().isEmpty()
            ? origin.port() == HttpAddress.defaultPort(origin.scheme())
            : policy.ports().contains(origin.port());
    if (!portListed) {
      throw new FetchRefusedException(PORT_FORBIDDEN, origin.toString());
    }
  }

  /**
   * All addresses of the host, every one of them checked: a name that has one address in a
   * forbidden network is refused as a whole. Only what is returned here may be connected to.
   */
  List<InetAddress> checkedAddresses(Origin origin, FetchPolicy policy, Deadline deadline)
      throws IOException {
    List<InetAddress> addresses = resolve(origin.host(), deadline.millis(policy.times().connect()));
    if (addresses.isEmpty()) {
      throw new FetchRefusedException(NAME_UNKNOWN, origin.host() + " has no address");
    }
    for (InetAddress address : addresses) {
      checkNetwork(origin, address, policy);
    }
    return addresses;
  }

  private void checkNetwork(Origin origin, InetAddress address, FetchPolicy policy)
      throws FetchRefusedException {
    String fact = origin.host() + ": " + address.getHostAddress() + " is ";
    if (special.isMetadata(address)) {
      throw new FetchRefusedException(NETWORK_FORBIDDEN, fact + "a metadata service");
    }
    if (isIn(policy.forbiddenNetworks(), address)) {
      throw new FetchRefusedException(NETWORK_FORBIDDEN, fact + "in a forbidden network");
    }
    var kind = special.kindOf(address);
    if (kind.isPresent() && !isIn(policy.permittedNetworks(), address)) {
      throw new FetchRefusedException(NETWORK_FORBIDDEN, fact + kind.get());
    }
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** The machine's resolver knows no time limit, so it is asked in a thread of its own. */
  private List<InetAddress> resolve(String host, int millis) throws IOException {
    if (HostSpelling.isAddress(host)) {
      return List.of(InetAddress.getByName(host));
    }
    var lookup = new FutureTask<>(() -> List.copyOf(resolver.resolve(host)));
    Thread thread = new Thread(lookup, "resolve a name");
    thread.setDaemon(true);
    thread.start();
    try {
      return lookup.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FetchRefusedException(CONNECT_TIMED_OUT, host + ": no address in time", e);
    } catch (ExecutionException e) {
      throw new FetchRefusedException(NAME_UNKNOWN, host + " has no address", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a name was resolved");
    }
  }
}
