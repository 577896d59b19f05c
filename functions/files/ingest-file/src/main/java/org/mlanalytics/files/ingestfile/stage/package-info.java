/** What happens to a file: it is fetched, landed, checked and loaded. */
package org.mlanalytics.files.ingestfile.stage;
