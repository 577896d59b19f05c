package org.mlanalytics.local;

import java.util.concurrent.CountDownLatch;

/** Does as it is told: {@code exit <status>}, or anything else to wait for the end. */
final class ChildProgram {

  private ChildProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println(
        "property=%s environment=%s"
            .formatted(System.getProperty("some.property"), System.getenv("SOME_VARIABLE")));
    if (args[0].equals("exit")) {
      System.exit(Integer.parseInt(args[1]));
    }
    new CountDownLatch(1).await();
  }
}
