/// Prints the one table of a case's moves as a Mermaid graph.
void main() {
  IO.print(jp.frontdesk.cases.Transitions.asMermaid());
}
