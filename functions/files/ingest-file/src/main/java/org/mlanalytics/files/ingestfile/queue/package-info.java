/** Where requests wait for a worker. */
package org.mlanalytics.files.ingestfile.queue;
