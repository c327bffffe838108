# Asciidoctor does not look whether a page that is linked exists. This warns, which fails the build, where the page or the anchor is
# missing, and where Antora would look elsewhere: there a path begins at the folder of all pages unless it begins with "./".
Asciidoctor::Extensions.register do
  postprocessor do
    process do |document, output|
      folder = document.attr 'docdir'
      warn = ->(text) { Asciidoctor::LoggerManager.logger.warn text }
      output.scan(/<a href="((?!\w+:)[^"#]+)\.html(?:#([^"]+))?"/) do |page, anchor|
        file = File.expand_path "#{page}.adoc", folder
        if !File.file? file
          warn.call "there is no page #{page}.adoc"
        elsif anchor && !File.read(file).include?("[[#{anchor}]]")
          warn.call "#{page}.adoc has no [[#{anchor}]]"
        elsif !page.start_with?('./') && File.basename(folder) != 'pages'
          warn.call "begin xref:#{page}.adoc with ./, as Antora needs it"
        end
      end
      output
    end
  end
end
