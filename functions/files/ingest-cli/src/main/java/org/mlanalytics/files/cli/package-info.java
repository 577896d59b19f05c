/** The command line: files are named, and asked after. */
package org.mlanalytics.files.cli;
