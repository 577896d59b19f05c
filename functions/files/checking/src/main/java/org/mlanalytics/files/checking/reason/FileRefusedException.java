package org.mlanalytics.files.checking.reason;

import java.io.IOException;

/** The file cannot be read any further. */
public final class FileRefusedException extends IOException {

  private final transient Refusal refusal;

  public FileRefusedException(ReasonCode code, long line, String detail) {
    super(code.code() + " at line " + line + ": " + detail, null);
    this.refusal = new Refusal(code, line, detail);
  }

  public Refusal refusal() {
    return refusal;
  }
}
