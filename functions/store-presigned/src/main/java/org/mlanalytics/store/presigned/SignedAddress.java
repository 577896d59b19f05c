package org.mlanalytics.store.presigned;

import java.net.URI;

/**
 * An address that allows whoever has it to read or write one object: it is sent, and never shown.
 *
 * @param key the object's key, for messages
 * @param uri the address with its signature
 */
record SignedAddress(String key, URI uri) {
  @Override
  public String toString() {
    return key;
  }
}
