package org.mlanalytics.files.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Gives the addresses of a name. A name is asked for once for each connection. */
@FunctionalInterface
public interface Resolver {

  /**
   * All addresses of the host.
   *
   * @throws UnknownHostException if it has none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The resolver of the machine. */
  static Resolver ofTheMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
