package org.mlanalytics.local;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class, and halts the JVM as soon as standard input closes. The parent holds the
 * other end and never writes to it, so it closes when the parent dies, in whatever way: no server
 * outlives those who started it.
 */
public final class WatchedMain {

  private static final int PARENT_GONE = 0;

  private WatchedMain() {}

  /** First argument: the main class; the others are its own. */
  public static void main(String[] args) throws Throwable {
    Thread watch = new Thread(WatchedMain::haltWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    String[] own = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) own);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static void haltWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // as good as the end of the stream
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
