package org.mlanalytics.local.night;

import java.util.concurrent.Callable;

/** A condition that holds after it was asked a number of times: an outage of bounded length. */
final class Countdown implements Callable<Boolean> {

  private int left;

  Countdown(int times) {
    this.left = times;
  }

  @Override
  public Boolean call() {
    return --left <= 0;
  }
}
