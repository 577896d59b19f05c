package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.OutputStream;

/** An object being written. Closing it before {@link #commit} discards what was written. */
public abstract class ObjectOutput extends OutputStream {

  /** Makes the object visible, durably. Nothing can be written afterwards. */
  public abstract void commit() throws IOException;
}
