package org.mlanalytics.files.ingestfile.callback;

/** How far a callback has come. */
public enum DeliveryState {
  /** The request has not ended. */
  WAITING,
  /** It is tried until it is delivered or given up. */
  PENDING,
  /** The receiver has confirmed it. */
  DELIVERED,
  /** It is not tried any more. */
  GIVEN_UP;

  /** Whether nothing is to be told any more. */
  public boolean isEnd() {
    return this == DELIVERED || this == GIVEN_UP;
  }
}
