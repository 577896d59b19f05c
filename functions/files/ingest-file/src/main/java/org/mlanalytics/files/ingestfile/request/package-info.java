/** What a file request says, and where it is kept. */
package org.mlanalytics.files.ingestfile.request;
